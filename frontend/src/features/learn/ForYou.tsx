import { useTranslation, type TextKey } from '@/shared/i18n/i18n';
import { dayTime } from '@/shared/format/format';
import { ButtonLink } from '@/shared/ui/Button';
import { Skeleton } from '@/shared/ui/Page';
import type { NumberName } from './model/numbers';
import { useOwnNumbers } from './useOwnNumbers';

type Props = { text: TextKey; needs: readonly NumberName[] };

/** A sentence with one's own figures; until there are some, the way to them. */
export function ForYou({ text, needs }: Props) {
  const { t } = useTranslation();
  const { numbers, when, simulated, pending } = useOwnNumbers();
  const known = needs.every((name) => numbers[name] !== undefined);
  if (pending) return <Skeleton className="h-20 w-full" />;
  return (
    <aside
      className="rounded-card border-l-4 border-l-primary bg-primary-soft p-4"
      aria-label={t('learn.forYou')}
    >
      <p className="text-dense font-semibold text-primary">{t('learn.forYou')}</p>
      {known ? (
        <>
          <p className="mt-1 text-section">{t(text, numbers as Record<string, string>)}</p>
          {when ? (
            <p className="mt-1 text-caption text-muted">
              {t('learn.source', { when: dayTime(when) })} {simulated ? t('learn.simulated') : ''}
            </p>
          ) : null}
        </>
      ) : (
        <div className="mt-1 flex flex-wrap items-center gap-3">
          <p>{t('learn.noNumbers')}</p>
          <ButtonLink size="small" to="/risk">
            {t('learn.run')}
          </ButtonLink>
        </div>
      )}
    </aside>
  );
}
