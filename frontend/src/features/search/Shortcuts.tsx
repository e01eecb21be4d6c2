import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { loadTexts } from '@/shared/i18n/i18n';
import { entries } from '@/shared/navigation/navigation';
import { useSettings } from '@/shared/settings/settings';

const KeysDialog = lazy(async () => (await Promise.all([import('./KeysDialog'), loadTexts('search')]))[0]);

const AFTER_G_MS = 1500;

/** Single keys, where nothing is being typed and as long as they are not switched off: g and a letter, ? for all of them. */
export function Shortcuts() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const since = useRef(-Infinity);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, timeStamp } = event;
      const typing =
        target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
      if (typing || ctrlKey || metaKey || altKey || !useSettings.getState().keys) return;
      const to = timeStamp - since.current < AFTER_G_MS && entries.find(({ go }) => go === key)?.to;
      since.current = key === 'g' ? timeStamp : -Infinity;
      if (to) void navigate(to);
      if (key === '?') setOpened(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate]);
  return opened ? (
    <Suspense fallback={null}>
      <KeysDialog onClose={() => setOpened(false)} />
    </Suspense>
  ) : null;
}
