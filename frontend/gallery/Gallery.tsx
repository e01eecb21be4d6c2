import type { ComponentType } from 'react';
import { Toasts } from '@/shared/ui/toast';
import { Badges } from './sections/Badges';
import { Buttons } from './sections/Buttons';
import { Cards } from './sections/Cards';
import { Choices } from './sections/Choices';
import { Colours } from './sections/Colours';
import { Fields } from './sections/Fields';
import { Gains } from './sections/Gains';
import { Lines } from './sections/Lines';
import { Notices } from './sections/Notices';
import { Overlays } from './sections/Overlays';
import { Pictures } from './sections/Pictures';
import { Spacing } from './sections/Spacing';
import { States } from './sections/States';
import { Tables } from './sections/Tables';
import { Type } from './sections/Type';

/** What the design system consists of; e2e/gallery.spec.ts takes a picture of each under its name. */
const sections: readonly (readonly [name: string, Section: ComponentType])[] = [
  ['colours', Colours],
  ['gains', Gains],
  ['type', Type],
  ['spacing', Spacing],
  ['buttons', Buttons],
  ['fields', Fields],
  ['choices', Choices],
  ['badges', Badges],
  ['cards', Cards],
  ['tables', Tables],
  ['states', States],
  ['notices', Notices],
  ['lines', Lines],
  ['pictures', Pictures],
  ['overlays', Overlays],
];

/** The whole design system on one page: nobody navigates here, it is looked at and compared with pictures. */
export function Gallery() {
  return (
    <main className="mx-auto max-w-[1152px]">
      <h1 className="sr-only">Gallery</h1>
      {sections.map(([name, Section]) => (
        <section key={name} data-section={name} aria-label={name} className="space-y-5 bg-bg p-4">
          <Section />
        </section>
      ))}
      <Toasts />
    </main>
  );
}
