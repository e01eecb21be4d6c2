import { useEffect, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Import } from '@/api/types';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { newRows } from './model/steps';

type Props = {
  name: string;
  preview: Import;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onBack: () => void;
};

/** Step 3: one sentence of what will happen, and the button that does it. */
export function ConfirmStep({ name, preview, busy, error, onConfirm, onBack }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const counts = preview.counts;
  return (
    <div ref={box} tabIndex={-1} className="max-w-2xl outline-none">
      <Card title={t('import.confirmTitle', { count: newRows(preview), name })}>
        <ul className="space-y-1.5 text-body">
          <li>{t('import.willAdd', { count: newRows(preview) })}</li>
          {counts.DUPLICATE ? (
            <li className="text-muted">{t('import.willSkipDuplicates', { count: counts.DUPLICATE })}</li>
          ) : null}
          {counts.IGNORED ? (
            <li className="text-muted">{t('import.willIgnore', { count: counts.IGNORED })}</li>
          ) : null}
          {counts.ERROR ? (
            <li className="text-danger">{t('import.willLeaveOut', { count: counts.ERROR })}</li>
          ) : null}
        </ul>
        <p className="mt-3 text-dense text-muted">{t('import.canUndo')}</p>
        {error ? <ProblemNotice error={error} className="mt-4" /> : null}
        <div className="mt-5 flex flex-wrap gap-2">
          <Button look="primary" busy={busy} onClick={onConfirm}>
            {busy ? t('import.importing') : t('import.confirm', { count: newRows(preview) })}
          </Button>
          <Button onClick={onBack} disabled={busy}>
            {t('import.back')}
          </Button>
        </div>
      </Card>
    </div>
  );
}
