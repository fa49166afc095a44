import 'server-only'
import { type ApplicationView, applicationView } from '@/lib/dossiers/application.query'
import { redirectTo } from '@/lib/i18n/redirect'

/**
 * The user's own application while it can be changed; null when there is none. Who comes back to one that has
 * been filed or decided meanwhile, by the browser's own button or from another tab, is led to its page.
 */
export async function editableApplication(userId: string, id: string): Promise<ApplicationView | null> {
  const view = await applicationView(userId, id)
  return view && !view.isEditable ? redirectTo(`/applications/${id}`) : view
}
