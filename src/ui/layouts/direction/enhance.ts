/** Direction works with the same parts as the officials. */
import "../staff/enhance.ts";
