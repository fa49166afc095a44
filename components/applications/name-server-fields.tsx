'use client'
import { TextInput } from '@/components/ui/text-input'
import { MAX_NAME_SERVERS } from '@/lib/dossiers/declare/declaration.input'
import { ChoiceField, type FormView } from './declared-field'

const PLACES = Array.from({ length: MAX_NAME_SERVERS }, (_, index) => index + 1)

/** Parking, or two to six name servers of one's own. */
export function NameServerFields({ form, nameAscii }: { form: FormView; nameAscii: string }) {
  return (
    <div className="group/mode flex flex-col gap-6">
      <ChoiceField name="mode" words="mode" form={form} />
      <div className="hidden flex-col gap-4 group-has-[input[value=own]:checked]/mode:flex">
        {PLACES.map((place) => (
          <ServerRow key={place} place={place} form={form} nameAscii={nameAscii} />
        ))}
      </div>
    </div>
  )
}

function ServerRow({ place, form, nameAscii }: { place: number; form: FormView; nameAscii: string }) {
  const [host, addresses] = [`ns${place}`, `ns${place}.addresses`]
  const shared = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const
  return (
    <div className="grid gap-x-4 gap-y-3 border-t border-rule pt-4 md:grid-cols-2">
      <TextInput
        {...shared}
        id={host}
        name={host}
        inputMode="url"
        label={`${form.fields.host?.label} ${place}`}
        hint={form.fields.host?.hint}
        note={place > 2 ? form.optional : undefined}
        defaultValue={form.values[host]}
        error={form.errors[host]}
      />
      <TextInput
        {...shared}
        id={addresses}
        name={addresses}
        label={`${form.fields.addresses?.label} ${place}`}
        hint={form.fields.addresses?.hint?.replace('{name}', nameAscii)}
        note={form.optional}
        defaultValue={form.values[addresses]}
        error={form.errors[addresses]}
      />
    </div>
  )
}
