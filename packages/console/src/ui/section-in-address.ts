import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the part of the page that the address names, once it is there: to what was just written, or was asked for. */
export function useSectionInAddress(isThere: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const section = isThere && hash ? document.getElementById(hash.slice(1)) : null;
    section?.scrollIntoView();
    section?.focus();
  }, [isThere, hash, key]);
}
