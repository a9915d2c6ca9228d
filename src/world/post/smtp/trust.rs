//! Which servers are believed to be who they say they are.

use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};

use super::wire::Tls;
use super::{Server, SmtpFault};

/// Those for whom the certificates of the machine vouch, and those that the office trusts beside them.
pub(super) fn tls(server: &Server) -> Result<Tls, SmtpFault> {
    let fault = |detail: String| SmtpFault::Certificates { detail: super::reply::cut(&detail) };
    let mut roots = RootCertStore::empty();
    // What the machine has and nobody can read vouches for nobody; the others do.
    let _skipped = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(pem) = &server.trusted {
        let mut found = 0;
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|error| fault(error.to_string()))?;
            roots.add(certificate).map_err(|error| fault(error.to_string()))?;
            found += 1;
        }
        if found == 0 {
            return Err(fault("there is no certificate in PEM form in them".to_owned()));
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| fault(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(server.host.clone()).map_err(|_| SmtpFault::Host { host: super::reply::cut(&server.host) })?;
    Ok(Tls { config: Arc::new(config), name })
}
