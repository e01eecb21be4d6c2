/** What the charts draw in their frame. */

type Place = readonly [x: number, y: number];

/** A line through places of the picture. */
export const pathOf = (places: readonly Place[]) =>
  places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** How a line is drawn. Colour is never alone: every further line has dashes of its own. */
export type Look = { colour: string; dashes?: string | undefined; width: number };

/** Which line is drawn how. */
export function Legend({ lines }: { lines: readonly { name: string; look: Look | undefined }[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-dense">
      {lines.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-2">
          <svg width="24" height="8" aria-hidden="true">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              stroke={look?.colour}
              strokeWidth="2"
              strokeDasharray={look?.dashes}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function LinePath({ places, look }: { places: readonly Place[]; look: Look | undefined }) {
  return (
    <path
      d={pathOf(places)}
      fill="none"
      stroke={look?.colour}
      strokeWidth={look?.width}
      strokeDasharray={look?.dashes}
      strokeLinejoin="round"
    />
  );
}

export function Dot({
  x,
  y,
  colour,
  radius = 4,
}: {
  x: number;
  y: number;
  colour?: string;
  radius?: number;
}) {
  return <circle cx={x} cy={y} r={radius} fill={colour} stroke="var(--surface)" strokeWidth="2" />;
}

type NameProps = { x: number; y: number; text: string; anchor?: 'start' | 'end' };

/** A name in the picture, legible over whatever lies beneath. */
export function PointName({ x, y, text, anchor = 'start' }: NameProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      className="figures fill-fg text-dense font-semibold"
      stroke="var(--surface)"
      strokeWidth="4"
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}

/** Names from the top on, moved down where they would lie on each other. */
export function apart<M extends { at: number }>(names: readonly M[], line: number): M[] {
  let free = -Infinity;
  return [...names]
    .sort((a, b) => a.at - b.at)
    .map((name) => {
      free = Math.max(name.at, free + line);
      return { ...name, at: free };
    });
}
