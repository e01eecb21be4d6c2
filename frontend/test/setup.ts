import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// jsdom lays nothing out; components that measure themselves get a box that never changes
const nothing = () => undefined;
globalThis.ResizeObserver = class implements ResizeObserver {
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
};
// and shows nothing: everything is taken to be in sight
globalThis.IntersectionObserver = class implements IntersectionObserver {
  root = null;
  rootMargin = '';
  scrollMargin = '';
  thresholds = [];
  observe = nothing;
  unobserve = nothing;
  disconnect = nothing;
  takeRecords = () => [];
};
globalThis.matchMedia = ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: nothing,
  removeEventListener: nothing,
})) as unknown as typeof matchMedia;
window.scrollTo = nothing;
Element.prototype.scrollIntoView = nothing;
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  this.open = true;
  this.querySelector('input')?.focus();
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  this.open = false;
};

// jsdom knows no popovers: a button opens and closes its own, and says so by the event of the platform
document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('[popovertarget]');
  const box = document.getElementById(button?.getAttribute('popovertarget') ?? '');
  if (!box) return;
  const newState = box.style.display === 'block' ? 'closed' : 'open';
  box.style.display = newState === 'open' ? 'block' : '';
  box.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
});

// a machine that builds five services beside the tests is slow to answer
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
