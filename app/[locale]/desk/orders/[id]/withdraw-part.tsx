import { orderWords } from '@/components/orders/order-fields'
import { OrderForm } from '@/components/orders/order-form'
import { withdrawAction } from '../actions'

/** Withdraws an order that has not been carried out. */
export async function WithdrawPart({ orderId }: { orderId: string }) {
  const { t, texts } = await orderWords()
  return (
    <OrderForm
      id="withdraw"
      action={withdrawAction}
      hidden={{ orderId }}
      fields={[]}
      texts={texts(t('form.withdraw'))}
      weight="secondary"
    />
  )
}
