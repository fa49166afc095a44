import { getTranslations } from 'next-intl/server'
import { URGENCIES } from '@/lib/domains/orders/order.input'
import type { OrderField } from './order-form'

/** The questions that forms of orders share, and the words around them. Server only. */
export async function orderWords() {
  const t = await getTranslations('desk.orders')
  const choices = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(`reason.${value}`) }))
  const fields = {
    name: (value?: string): OrderField => ({
      name: 'name',
      label: t('form.name'),
      hint: t('form.nameHint'),
      maxLength: 253,
      ...(value && { value }),
    }),
    reason: (codes: readonly string[]): OrderField => ({
      name: 'reason',
      label: t('form.reason'),
      choices: choices(codes),
    }),
    reference: {
      name: 'reference',
      label: t('form.reference'),
      hint: t('form.referenceHint'),
      maxLength: 120,
    } satisfies OrderField,
    note: { name: 'note', label: t('form.note'), hint: t('form.noteHint'), kind: 'lines', maxLength: 1000 },
    urgency: {
      name: 'urgency',
      label: t('form.urgency'),
      choices: URGENCIES.map((value) => ({ value, label: t(`form.urgencies.${value}`) })),
    },
  } satisfies Record<string, OrderField | ((value: never) => OrderField)>
  const texts = (submit: string) => ({ submit, pending: t('form.pending'), summary: t('form.summary') })
  return { t, fields, texts }
}
