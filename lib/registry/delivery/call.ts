/** What a kind of journal row can do. */
import type { Outcome, RegistryGateway } from '../gateway'

/** What sending or asking came to; `not-there` = surely not carried out, may be sent again. */
export type Sent = Outcome<unknown> | { readonly kind: 'not-there' }

export interface Call {
  send(gateway: RegistryGateway, clTRID: string, payload: unknown): Promise<Sent>
  /** Settles a command whose answer was lost. */
  ask(gateway: RegistryGateway, clTRID: string, payload: unknown, clientId: string): Promise<Sent>
}
