'use client'
import { type FormState, secretKey } from '@/lib/web/form-state'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { SubmitButton } from '../ui/submit-button'
import { TextInput } from '../ui/text-input'

/**
 * The proof of who acts, in the place of the form that wants it: what was typed goes along sealed. Stands inside
 * that form's own `<form>`; null when nothing is asked.
 */
export function StepUpPart({ state, id }: { state: FormState; id: string }) {
  const { stepUp, refusal } = state
  if (!stepUp) return null
  const error = refusal?.message
  return (
    <div key={secretKey(state)} className="flex max-w-form flex-col gap-5">
      <Callout kind="info" live title={stepUp.title} why={stepUp.lead}>
        <Demo demo={stepUp.demo} />
      </Callout>
      <input type="hidden" name="stepUp.kept" value={stepUp.kept} />
      {stepUp.questions.map((question, index) => (
        <TextInput
          {...question}
          key={question.name}
          id={`${id}-${question.name}`}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={index === 0}
          error={question.name === refusal?.field ? error : undefined}
        />
      ))}
      {error && !stepUp.questions.some(({ name }) => name === refusal?.field) && (
        <Callout kind="refusal" live title={error} />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingText={stepUp.pending}>{stepUp.submit}</SubmitButton>
        {stepUp.again && (
          <Button type="submit" name="stepUp.again" value="1" weight="secondary">
            {stepUp.again}
          </Button>
        )}
        <a href="" className="text-link">
          {stepUp.back}
        </a>
      </div>
    </div>
  )
}

function Demo({ demo }: { demo?: { text: string; code?: string; mailbox?: string } | undefined }) {
  if (!demo) return null
  if (demo.mailbox) {
    return (
      <a href={demo.mailbox} className="text-link">
        {demo.text}
      </a>
    )
  }
  return (
    <p className="text-sm">
      {demo.text}{' '}
      <output data-testid="demo-code" className="font-semibold tracking-widest tabular-nums">
        {demo.code}
      </output>
    </p>
  )
}
