/** Who besides the holder is told what happens to a name: its own contacts (R-NS-16, R-NS-17). */
import type { Tx } from '@/lib/platform/db'
import type { ContactRole } from './contact'

export interface NotifiedContact {
  readonly role: ContactRole
  readonly address: string
  readonly recipient: string
  readonly locale: string
}

/**
 * The registrant and admin contacts of a name whose address is not the holder's own, each address once. One who has an
 * account reads its language, the others the holder's; the scheduled notices choose by the same words.
 */
export function notifiedContacts(tx: Tx, domainId: string): Promise<readonly NotifiedContact[]> {
  return tx.$queryRaw<NotifiedContact[]>`
    SELECT DISTINCT ON (address.email) c.role, trim(c.data ->> 'email') AS address,
      coalesce(c.data ->> 'name', '') AS recipient, coalesce(known.locale, holder.locale) AS locale
    FROM domain d
    JOIN app_user holder ON holder.id = d.owner_id
    JOIN domain_contact c ON c.domain_id = d.id AND c.role IN ('registrant', 'admin')
    CROSS JOIN LATERAL (SELECT lower(trim(c.data ->> 'email')) AS email) address
    LEFT JOIN app_user known ON known.email = address.email AND known.email_verified IS NOT NULL
    WHERE d.id = ${domainId}::uuid AND address.email LIKE '%_@_%' AND address.email <> lower(holder.email)
    ORDER BY address.email, c.role DESC`
}
