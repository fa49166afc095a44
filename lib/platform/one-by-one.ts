/** Tasks one after another, such as the queries of one database session, which answers one at a time. */
export function oneByOne() {
  let last: Promise<unknown> = Promise.resolve()
  /** Runs `task` when the one before it has ended, also where that failed. */
  return function next<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task, task)
    last = done
    return done
  }
}
