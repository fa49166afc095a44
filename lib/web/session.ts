import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { localPath } from '@/lib/i18n/locale'
import type { Actor, Role, UserActor } from '@/lib/kernel/actor'
import { env } from '@/lib/platform/env'
import { auth, type PortalSession } from './auth'

/** The session of this request, read once, whether it has passed a second factor of its user's or not. */
export const openedSession = cache(async (): Promise<PortalSession | null> => {
  const session = (await auth()) as PortalSession | null
  return session?.user?.id ? session : null
})

/**
 * The session of this request; null for a visitor, and while a second factor that its user has is still to be
 * passed: by the password alone nothing of theirs can be seen or done.
 */
export async function currentSession(): Promise<PortalSession | null> {
  const session = await openedSession()
  return session?.awaitsSecondFactor ? null : session
}

/** The network address of the request, as the server or its trusted proxy saw it. */
export async function requestAddress(): Promise<string> {
  const forwarded = (await headers()).get('x-forwarded-for') ?? ''
  return forwarded.split(',')[0]?.trim() || 'unknown'
}

/** Id of the request, given by the proxy; it joins log, audit trail and error page. */
export async function requestId(): Promise<string | undefined> {
  return (await headers()).get('x-request-id') ?? undefined
}

/** Who acts in this request: the signed-in user or a visitor. */
export async function currentActor(): Promise<Actor> {
  const session = await currentSession()
  const address = await requestAddress()
  return session ? actorOf(session, address) : { kind: 'visitor', address }
}

function actorOf(session: PortalSession, address: string): UserActor {
  const { id, roles } = session.user
  const { secondFactor, steppedUpAt } = session
  const actor = { kind: 'user', userId: id, roles, address, secondFactor } as const
  return steppedUpAt ? { ...actor, steppedUpAt: new Date(steppedUpAt) } : actor
}

/** The signed-in user of a page; a visitor is sent to sign in and comes back to `path`. */
export async function requireActor(path: string): Promise<UserActor> {
  const session = await currentSession()
  if (session) return actorOf(session, await requestAddress())
  const way = (await openedSession()) ? '/sign-in/code' : '/sign-in'
  return redirect(localPath(await getLocale(), `${way}?next=${encodeURIComponent(path)}`))
}

/** Whoever typed the right password, for the pages that ask the second factor and sign out; null for a visitor. */
export async function openedActor(): Promise<UserActor | null> {
  const session = await openedSession()
  return session && actorOf(session, await requestAddress())
}

/** A member of staff with this role (or one of the others) and the second factor passed; others find no such page. */
export async function requireStaff(role: Role, path: string, ...others: Role[]): Promise<UserActor> {
  const actor = await requireActor(path)
  if (![role, ...others].some((wanted) => actor.roles.includes(wanted))) return notFound()
  if (actor.secondFactor) return actor
  return redirect(localPath(await getLocale(), `/sign-in/code?next=${encodeURIComponent(path)}`))
}

function cookieName(): string {
  const prefix = env().APP_URL.startsWith('https:') ? '__Secure-' : ''
  return `${prefix}authjs.session-token`
}

/** Hands a new session to the browser. Only in actions. */
export async function setSessionCookie(session: { token: string; expires: string }): Promise<void> {
  ;(await cookies()).set(cookieName(), session.token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: env().APP_URL.startsWith('https:'),
    path: '/',
    expires: new Date(session.expires),
  })
}

/** Takes the session's cookie back. Only in actions. */
export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).delete(cookieName())
}

/** A path of this portal to come back to; anything that could lead elsewhere becomes `/names`. */
export function safeNext(next: unknown): string {
  const path = typeof next === 'string' ? next : ''
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/names'
}
