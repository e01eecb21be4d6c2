import { useTranslation } from '@/shared/i18n/i18n';
import { languages } from '@/shared/i18n/i18n';
import { useSettings } from '@/shared/settings/settings';
import { Segmented } from '@/shared/ui/Segmented';

/** Each language by its own name, so that it is found by who reads no other. */
const names = { en: 'English', de: 'Deutsch' } as const;

/** The language of the pages, kept in this browser. */
export function LanguageSwitch({ label, showLabel = false }: { label: string; showLabel?: boolean }) {
  const { language: spoken } = useTranslation();
  const { language = spoken, set } = useSettings();
  return (
    <Segmented
      showLabel={showLabel}
      label={label}
      value={language}
      onChange={(value) => set({ language: value })}
      options={languages.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
    />
  );
}
