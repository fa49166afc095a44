'use client'
import { useCallback } from 'react'
import { type CardChoice, RadioCards } from '@/components/ui/radio-cards'
import { type Choice, SelectInput } from '@/components/ui/select-input'
import { TextInput } from '@/components/ui/text-input'
import type { FieldSpec } from './declared-fields'

export interface FieldWords {
  readonly label: string
  readonly hint?: string
}

/** What all fields of a form share: what was typed, what is wrong with it, and the words. */
export interface FormView {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldWords>>
  readonly choices: Readonly<Record<string, ChoiceWords>>
  readonly countries: readonly Choice[]
  readonly optional: string
}

/** Labels of a form's fields by their ids, such as `admin.email` or `ns2.addresses`. */
export function useLabels({ fields, choices }: Pick<FormView, 'fields' | 'choices'>) {
  return useCallback(
    (id: string) => {
      const [first = '', last = first] = id.split('.')
      const server = /^ns(\d)$/.exec(first)
      if (server) return `${fields[last === 'addresses' ? 'addresses' : 'host']?.label} ${server[1]}`
      const own = fields[last]?.label ?? choices[last]?.label
      return last === first ? own : [choices[first]?.label, own].filter(Boolean).join(', ')
    },
    [fields, choices],
  )
}

interface DeclaredFieldProps {
  spec: FieldSpec
  form: FormView
  /** Put in front of the name, such as `admin.`. */
  prefix?: string
  /** Tells contacts apart for the browser's own filling in. */
  section?: string
  readOnly?: boolean
}

/** One field of a declaration. */
export function DeclaredField({ spec, form, prefix = '', section, readOnly }: DeclaredFieldProps) {
  const name = prefix + spec.name
  const complete = spec.autoComplete ?? 'off'
  const shared = {
    ...form.fields[spec.text ?? spec.name],
    id: name,
    name,
    label: form.fields[spec.text ?? spec.name]?.label ?? name,
    error: form.errors[name],
    defaultValue: form.values[name],
    autoComplete: section && complete !== 'off' ? `section-${section} ${complete}` : complete,
    ...(spec.optional && { note: form.optional }),
  }
  if (spec.kind === 'country') {
    return <SelectInput {...shared} choices={form.countries} defaultValue={shared.defaultValue ?? 'VN'} />
  }
  return <TextInput {...shared} type={spec.kind} inputMode={spec.inputMode} readOnly={readOnly} />
}

interface DeclaredFieldsProps extends Omit<DeclaredFieldProps, 'spec'> {
  specs: readonly FieldSpec[]
}

/** Fields one below the other. */
export function DeclaredFields({ specs, ...rest }: DeclaredFieldsProps) {
  return specs.map((spec) => <DeclaredField key={spec.name} spec={spec} {...rest} />)
}

export interface ChoiceWords {
  readonly label: string
  readonly hint?: string
  readonly options: Readonly<Record<string, { readonly label: string; readonly detail?: string }>>
}

interface ChoiceFieldProps {
  name: string
  /** The key of its words. */
  words: string
  form: FormView
  /** Taken when nothing was chosen yet. */
  fallback?: string
  /** Why an option cannot be chosen, by option. */
  reasons?: Readonly<Record<string, string>>
}

/** One of a few choices of a declaration. */
export function ChoiceField({ name, words, form, fallback, reasons = {} }: ChoiceFieldProps) {
  const { label = name, hint, options = {} } = form.choices[words] ?? {}
  const choices: CardChoice[] = Object.entries(options).map(([value, option]) => {
    const reason = reasons[value]
    return { value, ...option, ...(reason && { reason }) }
  })
  return (
    <RadioCards
      id={name}
      name={name}
      label={label}
      hint={hint}
      choices={choices}
      defaultValue={form.values[name] ?? fallback}
      error={form.errors[name]}
    />
  )
}
