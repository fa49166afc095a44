/** The place of something still on its way, in its final shape. Size it by class. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-breathe rounded-edge bg-rule/70 ${className}`} />
}
