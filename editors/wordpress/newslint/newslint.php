<?php
/**
 * Plugin Name: newslint
 * Description: Asks a newslint on this server before a post is published, and holds it if newslint reports an error.
 * License: MIT
 *
 * NEWSLINT_URL and NEWSLINT_TOKEN may be defined in wp-config.php.
 */

defined( 'ABSPATH' ) || exit;
defined( 'NEWSLINT_URL' ) || define( 'NEWSLINT_URL', 'http://127.0.0.1:8765' );
defined( 'NEWSLINT_TOKEN' ) || define( 'NEWSLINT_TOKEN', '' );

add_filter( 'rest_pre_insert_post', 'newslint_before_publishing' );

/** The post as it is, or why it is held. A newslint that does not answer holds nothing. */
function newslint_before_publishing( $post ) {
	if ( ( $post->post_status ?? '' ) !== 'publish' ) {
		return $post;
	}
	$errors = newslint_errors( newslint_html( $post ) );
	if ( ! $errors ) {
		return $post;
	}
	return new WP_Error( 'newslint', 'newslint: ' . implode( ' ', $errors ), array( 'status' => 400 ) );
}

/** Title and text of a post; what a request does not change comes from the post as it is saved. */
function newslint_html( $post ) {
	$saved = isset( $post->ID ) ? get_post( $post->ID ) : null;
	$title = $post->post_title ?? $saved->post_title ?? '';
	$text  = $post->post_content ?? $saved->post_content ?? '';
	return '<h1>' . htmlspecialchars( $title ) . '</h1>' . $text;
}

/** The messages of the errors that newslint reports. */
function newslint_errors( $html ) {
	$headers = array( 'Content-Type' => 'application/json' );
	if ( NEWSLINT_TOKEN !== '' ) {
		$headers['Authorization'] = 'Bearer ' . NEWSLINT_TOKEN;
	}
	$asked  = wp_json_encode( array( 'name' => 'post.html', 'content' => $html ) );
	$answer = wp_remote_post( NEWSLINT_URL . '/api/check', array( 'headers' => $headers, 'body' => $asked, 'timeout' => 20 ) );
	if ( is_wp_error( $answer ) || wp_remote_retrieve_response_code( $answer ) !== 200 ) {
		return array();
	}
	$report = json_decode( wp_remote_retrieve_body( $answer ), true );
	$errors = array_filter( $report['findings'], fn( $finding ) => $finding['severity'] === 'error' );
	return array_values( array_map( fn( $finding ) => $finding['message'], $errors ) );
}
