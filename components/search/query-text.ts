/** One text of an address's query; of several with the same name the first. */
export function queryText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
