/**
 * The only file that knows all modules: who handles whose events, which jobs there are, what falls due.
 * Web and worker both load it; loading has no effect but registering.
 */
import { processProviderEventJob, returnPaymentJob } from './billing/receive/process.job'
import { returnDue } from './billing/receive/return-due.job'
import { deliverPayoutJob } from './billing/refund/deliver-payout.job'
import { allotDue } from './domains/register/allot.job'
import { provideRegistry } from './domains/registry-port'
import { sweepDue } from './domains/sweep/sweep.job'
import { removeOrphansJob } from './dossiers/documents/orphans.job'
import { lapseDue } from './dossiers/submit/lapse.job'
import { onDossierPaid } from './dossiers/submit/paid.handler'
import { onDomainRefused, onDomainRegistered } from './dossiers/submit/registry.handler'
import { ok } from './kernel/result'
import { deliverMessageJob } from './notices/deliver.job'
import { deliverNoticesJob, noticesDue } from './notices/schedule/notice.job'
import { handle } from './platform/events'
import type { DueWork, Job } from './platform/jobs'
import { eppRegistryPort } from './registry/connect'
import { deliverRegistry } from './registry/delivery/deliver.job'
import { drainRegistry, registryDue } from './registry/delivery/drain.job'

handle('invoice.paid', async (uow, event) =>
  event.subjectType === 'dossier' ? onDossierPaid(uow, event) : ok(),
)
handle('domain.registered', onDomainRegistered)
handle('domain.refused', onDomainRefused)
provideRegistry(eppRegistryPort)

/** Every job that the worker runs. */
export const JOBS: readonly Job[] = [
  deliverMessageJob,
  deliverNoticesJob,
  deliverRegistry,
  drainRegistry,
  processProviderEventJob,
  returnPaymentJob,
  deliverPayoutJob,
  removeOrphansJob,
]

/** All work that falls due by the business clock, in the order in which one slot carries it out. */
export const DUE_WORK: readonly DueWork[] = [lapseDue, allotDue, sweepDue, registryDue, noticesDue, returnDue]
