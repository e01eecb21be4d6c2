const scale = [
  ['caption', 'text-caption', '12/16'],
  ['dense', 'text-dense', '13/18'],
  ['body', 'text-body', '15/22'],
  ['section', 'text-section font-semibold', '18/26'],
  ['page', 'text-page font-semibold', '22/28'],
  ['figure', 'figures text-figure font-semibold', '28/34'],
  ['hero', 'figures text-hero font-semibold', '40/46'],
] as const;

/** The type scale; figures have equal widths, so that they stand under each other. */
export function Type() {
  return (
    <div className="card grid gap-5 p-5 lg:grid-cols-2">
      <dl className="space-y-2">
        {scale.map(([name, look, size]) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-4">
            <dt className="w-28 text-caption text-muted">
              {name} {size}
            </dt>
            <dd className={look}>−€1,234.50 at risk</dd>
          </div>
        ))}
      </dl>
      <div className="space-y-3">
        <p className="font-normal">Regular 400: how much could it lose in a bad month?</p>
        <p className="font-medium">Medium 500: how much could it lose in a bad month?</p>
        <p className="font-semibold">Semibold 600: how much could it lose in a bad month?</p>
        <p className="text-muted">Muted: what stands in second place.</p>
        <ul className="figures w-40 text-right">
          <li>1,111.11</li>
          <li>−98,765.40</li>
          <li>+0.08 %</li>
          <li>–</li>
        </ul>
      </div>
    </div>
  );
}
