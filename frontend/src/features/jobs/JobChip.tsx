import { LoaderCircle } from 'lucide-react';
import { useTranslation } from '@/shared/i18n/i18n';
import { isOpen, useAnalyses } from '@/features/risk/api';
import { count } from '@/shared/format/format';
import { Link } from '@/shared/ui/Link';

/** In the header of every page while something is being calculated. */
export function JobChip() {
  const { t } = useTranslation();
  const running = useAnalyses().data?.filter(isOpen) ?? [];
  const [first] = running;
  if (!first) return null;
  return (
    <Link
      to="/jobs"
      className="figures inline-flex h-8 items-center gap-2 rounded-full border border-line bg-surface px-3 text-dense font-medium hover:bg-surface-2"
    >
      <LoaderCircle className="size-4 animate-spin text-primary" aria-hidden="true" />
      {running.length > 1
        ? t('chip.several', { number: running.length })
        : t('chip.one', { percent: count(first.percent ?? 0) })}
    </Link>
  );
}
