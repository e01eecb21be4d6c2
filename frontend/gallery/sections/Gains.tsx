import { moneyChange, percentChange } from '@/shared/format/format';
import { gainColours } from '@/shared/settings/settings';
import { Delta } from '@/shared/ui/Delta';

/** The four schemes in both themes: each panel is a page of its own as far as the tokens go. */
export function Gains() {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {gainColours.flatMap((scheme) =>
        (['light', 'dark'] as const).map((theme) => (
          <li
            key={`${scheme} ${theme}`}
            data-theme={theme}
            data-gain={scheme}
            className="flex flex-wrap items-center gap-x-5 gap-y-1 rounded-card border border-line bg-surface px-4 py-3 text-fg"
          >
            <span className="w-40 text-caption text-muted">
              {scheme} {theme}
            </span>
            <Delta value={1}>{moneyChange(1234.5, 'USD')}</Delta>
            <Delta value={-1}>{percentChange(-0.0321)}</Delta>
            <Delta value={0}>{percentChange(0)}</Delta>
            <span className="flex gap-1" aria-hidden="true">
              <span className="size-5 rounded-control bg-gain" />
              <span className="size-5 rounded-control bg-loss" />
            </span>
          </li>
        )),
      )}
    </ul>
  );
}
