// Knows the time.
import "./calendar.js";
