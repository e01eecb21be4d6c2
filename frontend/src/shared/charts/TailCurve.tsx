/** A heavy-tailed bell: narrower than a normal in the middle, with more in its left tail. Only its shape matters. */
const density = (x: number) =>
  Math.exp(-0.5 * (x / (x < 0 ? 1.12 : 0.95)) ** 2) +
  (x < 0 ? 0.1 * Math.exp(-0.5 * ((x + 2.1) / 0.75) ** 2) : 0);

const FROM = -3.9;
const TO = 3;
const CUT = -2.25; // one twentieth of the area lies to the left of it
const STEPS = 96;

type Props = { width?: number; height?: number; top?: number };

/** Where outcomes lie, from bad on the left to good on the right, with the bad end filled. A drawing, not a chart. */
export function TailCurve({ width = 480, height = 200, top = 8 }: Props) {
  const x = (value: number) => ((value - FROM) / (TO - FROM)) * width;
  const y = (value: number) => height - (density(value) / 1.02) * (height - top);
  const path = (from: number, to: number) =>
    Array.from({ length: STEPS + 1 }, (_, index) => from + ((to - from) * index) / STEPS)
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(value).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  return (
    <g>
      <path d={`${path(CUT, TO)}V${height}H${x(CUT).toFixed(1)}Z`} className="fill-primary" opacity="0.14" />
      <path d={`${path(FROM, CUT)}V${height}H0Z`} className="fill-loss" opacity="0.9" />
      <path
        d={path(CUT, TO)}
        className="stroke-primary"
        fill="none"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      <path
        d={path(FROM, CUT)}
        className="stroke-loss"
        fill="none"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" strokeWidth="1" />
      <line
        x1={x(CUT)}
        x2={x(CUT)}
        y1={height * 0.42}
        y2={height}
        className="stroke-loss"
        strokeWidth="1.5"
        strokeDasharray="4 4"
      />
    </g>
  );
}

/** Where the bad end begins, as a share of the width. */
export const CUT_AT = (CUT - FROM) / (TO - FROM);
