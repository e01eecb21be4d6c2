const steps = [4, 8, 12, 16, 20, 24, 32, 48];

/** The grid of 4 px, the two radii, the border, and the height of what is pressed. */
export function Spacing() {
  return (
    <div className="card space-y-5 p-5">
      <ul className="flex flex-wrap items-end gap-3">
        {steps.map((step) => (
          <li key={step} className="text-caption text-muted">
            <div className="bg-primary-soft" style={{ width: step, height: step }} />
            {step}
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-3 text-caption">
        <li className="rounded-card border border-line bg-surface-2 px-5 py-4">card 12</li>
        <li className="rounded-control border border-line-strong px-5 py-4">control 8</li>
        <li className="rounded-full border border-line px-5 py-4">full</li>
        <li className="rounded-card border border-line bg-surface px-5 py-4 shadow-[0_16px_48px_rgb(0_0_0/0.22)]">
          overlay
        </li>
      </ul>
    </div>
  );
}
