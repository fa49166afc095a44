/** Lifecycles are tables: the only declaration of how a status may change. */

/** Who may take an edge; `owner` and `staff` are persons, the others parts of the portal. */
export type EdgeActor = 'owner' | 'agent' | 'operator' | 'clock' | 'registry' | 'provider'

export interface Edge<Status extends string = string> {
  /** `NEW` for the edge that makes the record. */
  readonly from: Status | 'NEW'
  readonly command: string
  readonly to: Status
  readonly by: readonly EdgeActor[]
  /** In words: what must hold for the edge to be taken. */
  readonly guard?: string
}

export interface Lifecycle<Status extends string = string> {
  readonly name: string
  readonly edges: readonly Edge<Status>[]
}

/** The edge that `command` takes out of `from`; undefined when there is none (the button is not there). */
export function edgeFor<Status extends string>(
  lifecycle: Lifecycle<Status>,
  from: Status | 'NEW',
  command: string,
): Edge<Status> | undefined {
  return lifecycle.edges.find((edge) => edge.from === from && edge.command === command)
}

/** A Mermaid state diagram of the lifecycle, for the module's README. */
export function diagramOf(lifecycle: Lifecycle): string {
  const lines = lifecycle.edges.map(({ from, to, command, by }) => {
    const start = from === 'NEW' ? '[*]' : from
    return `  ${start} --> ${to}: ${command} (${by.join(', ')})`
  })
  return ['stateDiagram-v2', ...lines].join('\n')
}
