'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 2000

/** Reads the page anew every two seconds while it stands there; the link does the same without script. */
export function ReloadWhile({ label }: { label: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return (
    <a href="" className="text-link no-print">
      {label}
    </a>
  )
}
