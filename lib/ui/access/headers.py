"""What every answer tells the browser: load nothing from elsewhere, and let nobody frame, read or open this page."""

_POLICY = (
    "default-src 'none'",
    # Inline: Streamlit's first page, and our own scripts, which Streamlit puts into the page as text. They hold
    # addresses, so no hash fits them, and Streamlit puts no nonce on them. Blobs: our own components come as such.
    # No eval: protobuf.js asks for WebAssembly, is refused, and does without.
    "script-src 'self' 'unsafe-inline' blob:",
    "style-src 'self' 'unsafe-inline'",  # Streamlit and Plotly write their styles into the page
    "img-src 'self' data: blob:",  # Plotly's picture of a chart, and icons in style sheets
    "font-src 'self' data:",  # Streamlit's style sheets bring small fonts with them
    "media-src 'self' blob:",  # a recording, before and after it is played
    "connect-src 'self' ws://{host} wss://{host} blob:",  # a recording is read before it is sent
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
)
_OFF = "accelerometer autoplay camera display-capture geolocation gyroscope hid magnetometer midi payment serial usb"
_PERMISSIONS = ", ".join(
    [f"{feature}=()" for feature in _OFF.split()]
    + [f"{feature}=(self)" for feature in ("microphone", "clipboard-write", "fullscreen")]
)
_HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": _PERMISSIONS,
}


_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


def headers(host: str | None) -> dict[str, str]:
    """The headers for an answer to a request that named ``host``, a name of this server; None for a refusal."""
    return {"Content-Security-Policy": policy(host) if host else _NOTHING, **_HEADERS}


def policy(host: str) -> str:
    """The Content-Security-Policy: as strict as Streamlit and Plotly can live with, each exception with its reason."""
    return "; ".join(_POLICY).format(host=host)
