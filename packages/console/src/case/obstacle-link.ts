/** Where something that stops a closure is ended. */
export const obstacleLink = ({ what, id }: { readonly what: string; readonly id: string }): string =>
  what === 'つなぎ' ? `/referrals/${id}` : `/plan-items#${id}`;
