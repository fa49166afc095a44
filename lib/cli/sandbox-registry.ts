/** The sandbox registry's process. */
import './parent-watch'
import '@/lib/registry/sandbox/main'
