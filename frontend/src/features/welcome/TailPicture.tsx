import { useTranslation } from '@/shared/i18n/i18n';

/** Twenty months by their outcome, the worst one marked: the idea of value at risk without a formula. An illustration. */
const heights = [6, 0, 11, 18, 24, 37, 52, 68, 84, 96, 100, 92, 78, 62, 46, 33, 22, 14, 8, 4];

export function TailPicture() {
  const { t } = useTranslation();
  const width = 22;
  const base = 236;
  return (
    <figure className="card overflow-hidden p-5 sm:p-6">
      <svg viewBox="0 0 480 286" role="img" aria-label={t('welcome.picture')} className="block w-full">
        {heights.map((height, index) => {
          const tail = index < 4;
          const bar = Math.max(3, height * 1.9);
          return (
            <rect
              key={index}
              x={14 + index * 23}
              y={base - bar}
              width={width - 4}
              height={bar}
              rx="3"
              className={tail ? 'fill-loss' : 'fill-primary'}
              opacity={tail ? 1 : 0.25 + 0.5 * (height / 100)}
            />
          );
        })}
        <line
          x1="8"
          x2="472"
          y1={base + 0.5}
          y2={base + 0.5}
          className="stroke-line-strong"
          strokeWidth="1"
        />
        <line
          x1="104.500"
          x2="104.500"
          y1="64"
          y2={base}
          className="stroke-loss"
          strokeWidth="1.500"
          strokeDasharray="4 4"
        />
        <text x="14" y="30" className="fill-fg text-[17px] font-semibold">
          {t('welcome.pictureTitle')}
        </text>
        <text x="14" y="52" className="fill-loss text-[14px] font-medium">
          {t('welcome.pictureTail')}
        </text>
        <text x="14" y="258" className="fill-muted text-[12.500px]">
          {t('welcome.pictureBad')}
        </text>
        <text x="466" y="258" textAnchor="end" className="fill-muted text-[12.500px]">
          {t('welcome.pictureGood')}
        </text>
        <text x="14" y="280" className="fill-muted text-[11.500px]">
          {t('welcome.pictureNote')}
        </text>
      </svg>
    </figure>
  );
}
