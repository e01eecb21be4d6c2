import type { ReactNode } from 'react';
import { useMe, useSavePreferences } from '@/features/session/session';
import { useTranslation } from '@/shared/i18n/i18n';
import { type Level, levels, useSettings } from '@/shared/settings/settings';
import { Segmented } from '@/shared/ui/Segmented';

/** How much the pages show: what was chosen in this browser, else what the account says. */
export function useLevel(): Level {
  const chosen = useSettings(({ level }) => level);
  const kept = useMe().data?.preferences.level;
  return chosen ?? kept ?? 'SIMPLE';
}

/** What is there from a level on: methods and second tables from DETAILED, formulas for STUDENT. */
export function From({
  level,
  otherwise = null,
  children,
}: {
  level: Exclude<Level, 'SIMPLE'>;
  otherwise?: ReactNode;
  children: ReactNode;
}) {
  return useReaches(level) ? children : otherwise;
}

export const useReaches = (level: Level) => levels.indexOf(useLevel()) >= levels.indexOf(level);

/** The choice of the level, kept in the browser at once and in the account. */
export function LevelSwitch({ showLabel = false }: { showLabel?: boolean }) {
  const { t } = useTranslation();
  const level = useLevel();
  const set = useSettings((settings) => settings.set);
  const { mutate } = useSavePreferences();
  return (
    <Segmented
      showLabel={showLabel}
      label={t('level.label')}
      value={level}
      onChange={(value) => {
        set({ level: value });
        mutate({ level: value });
      }}
      options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
    />
  );
}
