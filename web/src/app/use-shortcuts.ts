import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { preferences } from './preferences.js';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Ctrl K (or ⌘ K) opens the palette; `?` the list of shortcuts, unless single keys are switched off or somebody types. */
export function useShortcuts(onPalette: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
      }
      const single = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (single && event.key === '?' && preferences().keys) void navigate('/help');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, onPalette]);
}
