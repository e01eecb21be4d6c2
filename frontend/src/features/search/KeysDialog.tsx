import { useTranslation } from '@/shared/i18n/i18n';
import { entries } from '@/shared/navigation/navigation';
import { useSettings } from '@/shared/settings/settings';
import { CheckField } from '@/shared/ui/CheckField';
import { Dialog } from '@/shared/ui/Dialog';

/** All keys that do something, and the way to switch the single ones off. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { keys, set } = useSettings();
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t('keys.search')],
    [['/'], t('keys.search')],
    [['?'], t('keys.help')],
    [['Esc'], t('keys.close')],
    ...entries.flatMap(({ go, key }): [string[], string][] => (go ? [[['g', go], t(key)]] : [])),
  ];
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {rows.map(([pressed, what]) => (
          <div key={pressed.join(' ')} className="flex items-center justify-between gap-3">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {pressed.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded border border-line-strong bg-surface-2 px-1.5 text-center text-caption"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 border-t border-line pt-4">
        <CheckField
          label={t('keys.single')}
          hint={t('keys.singleHint')}
          checked={keys}
          onChange={(wanted) => set({ keys: wanted })}
        />
      </div>
    </Dialog>
  );
}
