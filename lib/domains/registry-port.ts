/** What modules below the registry may ask of it; wiring.ts provides the real one. */
export type RegistryAnswer = 'free' | 'exists' | 'in-deletion' | 'reserved' | 'unknown'

export interface RegistryPort {
  /** Whether the registry would create the name now; `unknown` when it does not answer in time. */
  check(nameAscii: string): Promise<RegistryAnswer>
}

const kept = globalThis as { tenureRegistry?: RegistryPort }

/** Provides the port; only wiring.ts (and a test, in its place) calls this. */
export function provideRegistry(port: RegistryPort): void {
  kept.tenureRegistry = port
}

/** The port. Throws when wiring.ts was not loaded. */
export function registryPort(): RegistryPort {
  if (!kept.tenureRegistry) throw new Error('no registry is provided: wiring.ts is not loaded')
  return kept.tenureRegistry
}
