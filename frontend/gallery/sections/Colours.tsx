import { useEffect, useState } from 'react';

const tokens = [
  ...['bg', 'surface', 'surface-2', 'line', 'line-strong', 'fg', 'muted', 'primary', 'primary-hover'],
  ...['on-primary', 'primary-soft', 'warn', 'warn-soft', 'danger', 'danger-soft', 'gain', 'loss'],
  ...['series-1', 'series-2', 'series-3', 'series-4', 'series-5'],
];
const pairs = [
  ['fg', 'bg'],
  ['fg', 'surface'],
  ['muted', 'surface'],
  ['muted', 'surface-2'],
  ['primary', 'surface'],
  ['on-primary', 'primary'],
  ['primary', 'primary-soft'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['gain', 'surface'],
  ['loss', 'surface'],
] as const;

/** Every colour with the value it has in this theme, and the pairs that text is set in. */
export function Colours() {
  return (
    <>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-6">
        {tokens.map((token) => (
          <li key={token} className="card overflow-hidden">
            <div className="h-12" style={{ background: `var(--${token})` }} />
            <div className="border-t border-line px-2 py-1 text-caption">
              {token} <Value of={token} />
            </div>
          </li>
        ))}
      </ul>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-6">
        {pairs.map(([ink, paper]) => (
          <li
            key={`${ink} ${paper}`}
            className="rounded-control border border-line px-3 py-2 font-medium"
            style={{ color: `var(--${ink})`, background: `var(--${paper})` }}
          >
            {ink} on {paper}
          </li>
        ))}
      </ul>
    </>
  );
}

function Value({ of }: { of: string }) {
  const [value, setValue] = useState('');
  useEffect(() => {
    const read = () => setValue(getComputedStyle(document.documentElement).getPropertyValue(`--${of}`));
    read();
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, [of]);
  return <span className="text-muted">{value}</span>;
}
