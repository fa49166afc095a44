/** How a list of values can be narrowed by what they rest on; `unsure` is all that no rule states. */
export const GRADES = ['unsure', 'assumed', 'public', 'rule', 'any'] as const
export type WantedGrade = (typeof GRADES)[number]
