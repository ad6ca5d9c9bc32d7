/** How long a session lives (SECURITY.md 5.3). All in milliseconds unless the name says otherwise. */
export const SESSION_IDLE_MS = 30 * 60 * 1000;
export const SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60;
export const SESSION_TOUCH_MS = 60 * 1000;
export const SESSIONS_PER_USER = 5;
