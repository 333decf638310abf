/** The mark: a signal head in its box, the lower lamp lit. */
export function Logo(props: { size?: number }) {
  const size = props.size ?? 24;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1f55d0" />
      <rect x="10.5" y="5" width="11" height="22" rx="5.5" fill="#0c1b40" />
      <circle cx="16" cy="11" r="3" fill="#ffffff" opacity="0.34" />
      <circle cx="16" cy="21" r="3.4" fill="#7ff0b0" />
    </svg>
  );
}
