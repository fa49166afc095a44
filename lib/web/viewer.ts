import 'server-only'
import { currentSession } from './session'

export type ViewerRole = 'registrant' | 'reseller' | 'agent' | 'operator'

export interface Viewer {
  readonly name: string
  readonly email: string
  readonly roles: ViewerRole[]
}

/** The signed-in user as the page's frame shows them; staff roles only after the second factor. */
export async function currentViewer(): Promise<Viewer | null> {
  const session = await currentSession()
  if (!session) return null
  const { name, email, roles } = session.user
  const granted = roles
    .filter((role) => role === 'RESELLER' || session.secondFactor)
    .map((role) => role.toLowerCase() as ViewerRole)
  return { name: name ?? '', email, roles: ['registrant', ...granted] }
}
