import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { Mark, type MarkName } from '../ui/mark'
import { chooseTheme } from './actions'
import { THEMES, type Theme } from './theme'

const MARKS: Readonly<Record<Theme, MarkName>> = { system: 'screen', light: 'sun', dark: 'moon' }

/** Light, dark, or as the system wishes: a form of three buttons that posts, with or without script. */
export function ThemeSwitch({ current }: { current: Theme }) {
  const t = useTranslations('shell.theme')
  return (
    <form action={chooseTheme} aria-label={t('label')} className="flex">
      {THEMES.map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === current}
          aria-label={t(theme)}
          title={t(theme)}
          className={clsx(
            'grid size-9 place-items-center border-b-2 hover:bg-well',
            theme === current ? 'border-ink text-ink' : 'border-transparent text-ink-soft',
          )}
        >
          <Mark name={MARKS[theme]} />
        </button>
      ))}
    </form>
  )
}
