import { CUT_AT, TailCurve } from '@/shared/charts/TailCurve';
import { useTranslation } from '@/shared/i18n/i18n';

const WIDTH = 480;
const HEIGHT = 230;

/** The idea of value at risk without a formula: where months can end, and the one in twenty that is worse. */
export function TailPicture() {
  const { t } = useTranslation();
  return (
    <figure className="card p-5 sm:p-7">
      <p className="text-section font-semibold">{t('welcome.pictureTitle')}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 30}`}
        role="img"
        aria-label={t('welcome.picture')}
        className="mt-2 block w-full"
      >
        <TailCurve width={WIDTH} height={HEIGHT} top={10} />
        <text
          x={CUT_AT * WIDTH + 4}
          y={HEIGHT * 0.3}
          textAnchor="end"
          className="fill-loss text-[15px] font-semibold"
        >
          {t('welcome.pictureTail')}
        </text>
        <text x={CUT_AT * WIDTH + 4} y={HEIGHT * 0.3 + 19} textAnchor="end" className="fill-loss text-[13px]">
          {t('welcome.pictureTailMore')}
        </text>
        <text x="0" y={HEIGHT + 22} className="fill-muted text-[13px]">
          {t('welcome.pictureBad')}
        </text>
        <text x={WIDTH} y={HEIGHT + 22} textAnchor="end" className="fill-muted text-[13px]">
          {t('welcome.pictureGood')}
        </text>
      </svg>
      <figcaption className="mt-2 text-caption text-muted">{t('welcome.pictureNote')}</figcaption>
    </figure>
  );
}
