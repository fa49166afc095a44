/** Due work that could not be carried out and was set aside, so that it blocks nothing. */
import { type Cursor, newestFirst, type Page, readPage } from '@/lib/kernel/page'
import { db } from '@/lib/platform/db'
import type { StuckWorkModel } from '@/lib/platform/generated/models'

const PAGE = 25

export interface StuckWorkLine {
  readonly id: string
  /** The kind of work, such as `domains.charge`. */
  readonly work: string
  /** The name it is about; null when it is about something else, or the whole kind of work. */
  readonly nameUnicode: string | null
  readonly subjectId: string
  readonly tries: number
  readonly since: Date
  readonly triedAt: Date
  /** The code of the refusal, or the last line of the error. */
  readonly problem: string
}

/** Work that is set aside, newest first, 25 a page. */
export function stuckWork(cursor?: Cursor): Promise<Page<StuckWorkLine>> {
  return readPage(cursor, PAGE, async (reach) => {
    const rows = await db().stuckWork.findMany(newestFirst(reach))
    const names = await namesOf(rows)
    return rows.map(({ id, work, subjectId, tries, since, triedAt, problem }) => ({
      ...{ id, work, subjectId, tries, since, triedAt, problem },
      nameUnicode: names.get(subjectId) ?? null,
    }))
  })
}

/** The names that rows are about, by the rows' own ids: a name, or what hangs on one. */
async function namesOf(rows: readonly StuckWorkModel[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ subjectId }) => subjectId || [])
  const found = await db().$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, name_unicode AS name FROM domain WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text, name_unicode FROM dossier WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT o.id::text, d.name_unicode FROM name_order o JOIN domain d ON d.id = o.domain_id
      WHERE o.id = ANY(${ids}::uuid[])
    UNION ALL SELECT i.id::text, d.name_unicode FROM renewal_item i JOIN domain d ON d.id = i.domain_id
      WHERE i.id = ANY(${ids}::uuid[])`
  return new Map(found.map(({ id, name }) => [id, name]))
}
