/** Messages whose link or code opens an account: wiped from the outbox once sent, and never shown in the inbox. */
export const WITH_SECRET: readonly string[] = ['verify-email', 'reset-password', 'step-up-code']
