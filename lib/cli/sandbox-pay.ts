/** The sandbox payment provider's process. */
import './parent-watch'
import '@/lib/billing/sandbox/main'
