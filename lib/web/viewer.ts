import 'server-only'
import { exceptionCounts, totalOf } from '@/lib/operations/exceptions/counts.query'
import { unreadCount } from '@/lib/notices/inbox/inbox.query'
import { currentSession } from './session'

export type ViewerRole = 'registrant' | 'reseller' | 'agent' | 'operator'

export interface Viewer {
  readonly name: string
  readonly email: string
  readonly roles: ViewerRole[]
  /** How many exceptions wait for an operator; 0 for everybody else. */
  readonly exceptions: number
  /** Messages not opened yet, counted up to 100. */
  readonly unread: number
}

/** The signed-in user as the page's frame shows them; staff roles only after the second factor. */
export async function currentViewer(): Promise<Viewer | null> {
  const session = await currentSession()
  if (!session) return null
  const { name, email, roles } = session.user
  const granted = roles
    .filter((role) => role === 'RESELLER' || session.secondFactor)
    .map((role) => role.toLowerCase() as ViewerRole)
  const exceptions = granted.includes('operator') ? totalOf(await exceptionCounts()) : 0
  const unread = await unreadCount(session.user.id)
  return { name: name ?? '', email, roles: ['registrant', ...granted], exceptions, unread }
}
