import { useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button } from '@/shared/ui/Button';
import { TextField } from '@/shared/ui/Field';

type Props = { symbol: string | undefined; onChange: (symbol: string | undefined) => void };

/** What to put beside the portfolio; empty for nothing. */
export function BenchmarkForm({ symbol, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(symbol ?? '');
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim().toUpperCase() || undefined);
      }}
    >
      <TextField
        label={t('performance.benchmark')}
        value={typed}
        maxLength={32}
        autoCapitalize="characters"
        placeholder="XWLD"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t('performance.compare')}</Button>
    </form>
  );
}
