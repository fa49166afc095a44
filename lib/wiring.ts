/**
 * The only file that knows all modules: who handles whose events, which jobs there are, what falls due.
 * Web and worker both load it; loading has no effect but registering.
 */
import { chargeCardJob } from './billing/charge/charge-card.job'
import { provideOtherPayer } from './billing/charge/other-payer'
import { processProviderEventJob, returnPaymentJob } from './billing/receive/process.job'
import { returnDue } from './billing/receive/return-due.job'
import { deliverPayoutJob } from './billing/refund/deliver-payout.job'
import { ordersDue } from './domains/orders/orders.job'
import { allotDue } from './domains/register/allot.job'
import { provideRegistry } from './domains/registry-port'
import { onChargeDeclined } from './domains/renew/charge-declined.handler'
import { chargeDue } from './domains/renew/charge.job'
import { decideOtherPayer } from './domains/renew/for-other'
import { onRenewalPaid } from './domains/renew/paid.handler'
import { RENEWAL_ITEM } from './domains/renew/renewal.store'
import { voidDue } from './domains/renew/void.job'
import { sweepDue } from './domains/sweep/sweep.job'
import { removeOrphansJob } from './dossiers/documents/orphans.job'
import { lapseDue } from './dossiers/submit/lapse.job'
import { onDossierPaid } from './dossiers/submit/paid.handler'
import { onDomainRefused, onDomainRegistered } from './dossiers/submit/registry.handler'
import { ok, refuse } from './kernel/result'
import { deliverMessageJob } from './notices/deliver.job'
import { deliverNoticesJob, noticesDue } from './notices/schedule/notice.job'
import { applyPolicyJob } from './operations/policies/apply.job'
import { handle } from './platform/events'
import type { DueWork, Job } from './platform/jobs'
import { eppRegistryPort } from './registry/connect'
import { deliverRegistry } from './registry/delivery/deliver.job'
import { drainRegistry, registryDue } from './registry/delivery/drain.job'

/** Registers who answers whom. Loading this file has done it; tests that share a process do it anew. */
export function wire(): void {
  handle('invoice.paid', async (uow, event) => {
    if (event.subjectType === 'dossier') return onDossierPaid(uow, event)
    return event.subjectType === RENEWAL_ITEM ? onRenewalPaid(uow, event) : ok()
  })
  handle('charge.declined', async (uow, event) =>
    event.subjectType === RENEWAL_ITEM ? onChargeDeclined(uow, event) : ok(),
  )
  handle('domain.registered', onDomainRegistered)
  handle('domain.refused', onDomainRefused)
  provideRegistry(eppRegistryPort)
  provideOtherPayer(async (uow, { subjectType, subjectId }) =>
    subjectType === RENEWAL_ITEM ? decideOtherPayer(uow, subjectId) : refuse('not-found'),
  )
}

wire()

/** Every job that the worker runs. */
export const JOBS: readonly Job[] = [
  deliverMessageJob,
  deliverNoticesJob,
  deliverRegistry,
  drainRegistry,
  processProviderEventJob,
  returnPaymentJob,
  deliverPayoutJob,
  chargeCardJob,
  removeOrphansJob,
  applyPolicyJob,
]

/** All work that falls due by the business clock, in the order in which one slot carries it out. */
export const DUE_WORK: readonly DueWork[] = [
  lapseDue,
  allotDue,
  voidDue,
  chargeDue,
  ordersDue,
  sweepDue,
  registryDue,
  noticesDue,
  returnDue,
]
