/** Who may renew a name: the one place that decides it. */
import { type Actor, actorUserId } from '@/lib/kernel/actor'
import { ok, refuse, type Result } from '@/lib/kernel/result'

/** R-VN-06: the holder renews, by its own user; another's name is as good as not there. */
export function decideMayRenew(actor: Actor, name: { readonly ownerId: string } | null): Result<unknown> {
  return name !== null && name.ownerId === actorUserId(actor) ? ok() : refuse('not-found')
}
