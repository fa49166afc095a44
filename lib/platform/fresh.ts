/** What a process keeps in memory of the database is brought up to date before anything is decided by it. */
type Freshen = () => Promise<void>

const kept = globalThis as { tenureFresh?: Map<string, Freshen> }

/** Registers how one kind of kept data is brought up to date; it must be quick when nothing has changed. */
export function keepFresh(what: string, freshen: Freshen): void {
  kept.tenureFresh ??= new Map()
  kept.tenureFresh.set(what, freshen)
}

/** Brings all kept data up to date. Units of work and the business clock of pages begin with it. */
export async function freshen(): Promise<void> {
  for (const each of kept.tenureFresh?.values() ?? []) await each()
}
