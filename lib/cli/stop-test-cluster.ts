/** Stops the throw-away cluster of this checkout's tests. */
import { cluster } from '@/lib/platform/test-database'

const running = await cluster()
await running.stop()
